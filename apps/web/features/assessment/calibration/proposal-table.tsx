'use client';
import type { CalibratedItem } from '@tailcamp/contracts';
import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useT } from '@/lib/i18n/provider';
import { decimal } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Phrase } from '@/ui/markdown/markdown';
import { Tag } from '@/ui/marks';
import { Table, Td, Th } from '@/ui/table';
import { misfitInWords } from '../bank/misfit-words';
import { Shift } from './shift';

interface TableProps {
  campId: string;
  items: readonly CalibratedItem[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

/** Each question with its difficulty before and after, its errors, its fit, and what is wrong with it. */
export function ProposalTable({ campId, items, chosen, onChoose }: TableProps) {
  const t = useT();
  const open = items.filter(({ applied, edited }) => !applied && !edited).map(({ itemId }) => itemId);
  const all = open.length > 0 && open.every((id) => chosen.has(id));
  const head = {
    difficulty: t('bank.difficulty'),
    discrimination: t('item.discrimination'),
    fit: t('calib.fit'),
    answers: t('bank.answers'),
  };
  return (
    <Table
      label={t('calib.table')}
      cards
      head={
        <>
          <th scope="col" className="slim-cell">
            <span className="sr">{t('stat.chosen')}</span>
            {open.length > 0 && (
              <span className="check">
                <input
                  type="checkbox"
                  aria-label={t('calib.chooseAll')}
                  checked={all}
                  onChange={({ target }) => onChoose(open, target.checked)}
                />
              </span>
            )}
          </th>
          <Th>{t('bank.question')}</Th>
          <Th>{head.difficulty}</Th>
          <Th right>{head.discrimination}</Th>
          <Th right>{head.fit}</Th>
          <Th right>{head.answers}</Th>
        </>
      }
    >
      {items.map((item) => (
        <tr key={item.slug}>
          <Td className="slim-cell">
            {!item.applied && !item.edited && (
              <span className="check">
                <input
                  type="checkbox"
                  aria-label={t('calib.choose', { question: item.question })}
                  checked={chosen.has(item.itemId)}
                  onChange={({ target }) => onChoose([item.itemId], target.checked)}
                />
              </span>
            )}
          </Td>
          <Td className="bank-question">
            <Link prefetch={false} href={`/camps/${campId}/assessment/questions/${item.itemId}/statistics`}>
              <Phrase>{item.question}</Phrase>
            </Link>
            <span className="small muted row">
              <span className="mono">{item.slug}</span>
              {item.applied && <Tag tone="good">{t('calib.state.applied')}</Tag>}
              {item.edited && <Tag>{t('calib.edited')}</Tag>}
            </span>
            {item.misfits.map((misfit, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a misfit has no other identity
              <span key={at} className="small calib-misfit">
                <Icon of={TriangleAlert} size="s" tone="warn" />
                <span>{misfitInWords(t, misfit)}</span>
              </span>
            ))}
          </Td>
          <Td head={head.difficulty}>
            <Shift before={item.before.difficulty} after={item.after.difficulty} error={item.errors.difficulty} />
          </Td>
          <Td head={head.discrimination} right>
            {decimal(item.before.discrimination)} → {decimal(item.after.discrimination)}{' '}
            <span className="muted">± {decimal(item.errors.discrimination)}</span>
          </Td>
          <Td head={head.fit} right>
            {decimal(item.fit.infit)} · {decimal(item.fit.outfit)}
          </Td>
          <Td head={head.answers} right>
            {item.answers}
          </Td>
        </tr>
      ))}
    </Table>
  );
}
