'use client';
import type { Group } from '@tailcamp/contracts';
import { type FormEvent, useState } from 'react';
import { fieldErrors, inWords } from '@/lib/api/problem';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/field';
import { toast } from '@/ui/toast-store';
import { GroupFace } from '../group-face';
import { useChangeGroup } from './use-change-group';

const EMOJI = [
  '🦊',
  '🦉',
  '🐢',
  '🦦',
  '🐝',
  '🦜',
  '🌵',
  '🌲',
  '🍎',
  '🍋',
  '⛵',
  '🚲',
  '🛰️',
  '🔭',
  '🧭',
  '⛺',
  '🎲',
  '🎨',
  '🧩',
  '💡',
];
const COLOURS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Members and staff name the group, and give it a face. */
export function ChangeGroup({ group, open, onClose }: { group: Group; open: boolean; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open={open} onClose={onClose} title={t('group.rename')}>
      <ChangeForm group={group} onClose={onClose} />
    </Dialog>
  );
}

function ChangeForm({ group, onClose }: { group: Group; onClose: () => void }) {
  const t = useT();
  const change = useChangeGroup(group);
  const [avatar, setAvatar] = useState(group.avatar);
  const colour = avatar?.colour ?? ((group.number - 1) % 8) + 1;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    change.run({ name, avatar }, (changed) => {
      onClose();
      toast(t('group.renamed', { name: changed.name }));
    });
  };
  const errors = fieldErrors(change.error);
  const error = errors.name ?? (change.error ? inWords(change.error) : undefined);
  return (
    <form onSubmit={submit}>
      <div className="row named">
        <GroupFace of={{ number: group.number, avatar }} large />
        <div className="grow">
          <Input label={t('group.name')} name="name" required maxLength={80} defaultValue={group.name} error={error} />
        </div>
      </div>
      <fieldset className="faces">
        <legend className="small muted">{t('group.face')}</legend>
        {EMOJI.map((emoji) => (
          <label key={emoji} className="face-choice">
            <input
              type="radio"
              name="emoji"
              checked={avatar?.emoji === emoji}
              onChange={() => setAvatar({ emoji, colour })}
            />
            <span aria-hidden="true">{emoji}</span>
            <span className="sr">{emoji}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="faces" disabled={avatar === null}>
        <legend className="small muted">{t('group.colour')}</legend>
        {COLOURS.map((each) => (
          <label key={each} className="face-choice">
            <input
              type="radio"
              name="colour"
              checked={avatar !== null && colour === each}
              onChange={() => avatar && setAvatar({ ...avatar, colour: each })}
            />
            <span className={`crest c${each}`} aria-hidden="true" />
            <span className="sr">{t('group.colourNumber', { number: each })}</span>
          </label>
        ))}
      </fieldset>
      <div className="dialog-do">
        {avatar !== null && <Button onClick={() => setAvatar(null)}>{t('group.noFace')}</Button>}
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button tone="primary" type="submit" busy={change.busy}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}
