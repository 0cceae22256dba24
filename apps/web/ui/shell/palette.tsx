'use client';
import { type LucideIcon, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useT } from '../../lib/i18n/provider';
import { classes } from '../class-names';
import { Dialog } from '../dialog';
import { Icon } from '../icon';
import { MarkedText } from '../marks';
import { openPart, useInterface } from './interface-store';

export interface Command {
  id: string;
  label: string;
  /** Where it belongs, in a word: a place, a camp, a student. */
  about?: string;
  /** What of it was asked for, under its label. */
  said?: readonly { text: string; marked: boolean }[];
  icon: LucideIcon;
  keys?: string;
  run: () => void;
}

interface PaletteProps {
  commands: readonly Command[];
  /** Finds more while the reader types; what it gives is shown after the commands. */
  onSearch?: (text: string) => void;
  found?: readonly Command[];
}

const MOST = 12;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Find or do anything by name: every word of what is typed must be in the label. */
export function Palette(props: PaletteProps) {
  const open = useInterface((state) => state.open === 'palette');
  const t = useT();
  return (
    <Dialog open={open} onClose={() => openPart(null)} title={t('palette.find')} className="palette-dialog" bare>
      <Finder {...props} />
    </Dialog>
  );
}

function Finder({ commands, onSearch, found }: PaletteProps) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => onSearch?.(text), [onSearch, text]);
  const shown = useMemo(() => {
    const words = plain(text).split(/\s+/).filter(Boolean);
    const fits = ({ label, about }: Command) => words.every((word) => plain(`${label} ${about ?? ''}`).includes(word));
    return [...commands.filter(fits), ...(found ?? [])].slice(0, MOST);
  }, [commands, found, text]);
  const chosen = shown[Math.min(at, shown.length - 1)];
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, id]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    openPart(null);
    command.run();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((before) => Math.min(before + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt((before) => Math.max(0, before - 1));
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className="menu palette">
      <label className="pal-in">
        <Icon of={Search} size="s" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette opens to be typed into
          autoFocus
          value={text}
          placeholder={t('palette.find')}
          aria-label={t('palette.find')}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={key}
        />
      </label>
      <hr />
      <div id={`${id}-list`} role="listbox" aria-label={t('palette.find')} className="pal-list">
        {shown.map((command) => (
          <button
            key={command.id}
            id={`${id}-${command.id}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            className={classes(command === chosen && 'on', command.said && 'said') || undefined}
            onClick={() => run(command)}
          >
            <Icon of={command.icon} size="s" />
            {command.said ? (
              <span className="pal-said">
                {command.label}
                <span className="small">
                  <MarkedText parts={command.said} />
                </span>
              </span>
            ) : (
              <span className="clip">{command.label}</span>
            )}
            {command.about && <span className="faint small clip">{command.about}</span>}
            {command.keys && <kbd>{command.keys}</kbd>}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p className="pal-none note muted">{t('palette.nothing', { text })}</p>}
    </div>
  );
}
