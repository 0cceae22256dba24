'use client';
import type { AskedQuestion } from '@tailcamp/contracts';
import { Check } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { Icon } from '@/ui/icon';
import { Phrase } from '@/ui/markdown/markdown';

type Choice = Extract<AskedQuestion, { kind: 'choice' | 'choices' }>;

/** The letter that chooses an option. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** Options to choose one or several of, by mouse, by touch or by their letters. */
export function Options(props: { asked: Choice; places: readonly number[]; onPick: (place: number) => void }) {
  const t = useT();
  const { asked, places } = props;
  const several = asked.kind === 'choices';
  return (
    <fieldset className="opts">
      <legend className="sr">{t(several ? 'exam.chooseSeveral' : 'exam.chooseOne')}</legend>
      {asked.options.map(({ text, note }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place
        <label key={place} className="opt">
          <input
            type={several ? 'checkbox' : 'radio'}
            name="option"
            value={place}
            checked={places.includes(place)}
            onChange={() => props.onPick(place)}
          />
          <kbd>{letterOf(place)}</kbd>
          <span className="grow">
            <b>
              <Phrase>{text}</Phrase>
            </b>
            {note !== null && <span className="note muted">{note}</span>}
          </span>
          <Icon of={Check} />
        </label>
      ))}
    </fieldset>
  );
}
