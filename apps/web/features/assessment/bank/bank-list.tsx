'use client';
import type { ItemSummary } from '@tailcamp/contracts';
import { Flag, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useT } from '@/lib/i18n/provider';
import { percent } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Phrase } from '@/ui/markdown/markdown';
import { Tag } from '@/ui/marks';
import { Table, Td, Th } from '@/ui/table';
import { DifficultyScale } from './difficulty-scale';

/** A row for each question; the row is the target. */
export function BankList({ campId, items }: { campId: string; items: readonly ItemSummary[] }) {
  const t = useT();
  const head = { difficulty: t('bank.difficulty'), answers: t('bank.answers'), right: t('bank.right') };
  return (
    <Table
      cards
      label={t('staff.questions')}
      head={
        <>
          <Th>{t('bank.question')}</Th>
          <Th>{head.difficulty}</Th>
          <Th right>{head.answers}</Th>
          <Th right>{head.right}</Th>
        </>
      }
    >
      {items.map((item) => (
        <tr key={item.slug} className="row-link">
          <Td className="bank-question">
            <Link prefetch={false} href={`/camps/${campId}/assessment/questions/${item.id}`}>
              <Phrase>{item.question}</Phrase>
            </Link>
            <span className="small muted row wrap">
              <span>
                {item.skill.title} · {t(`question.${item.kind}`)}
                {item.language !== null && ` · ${item.language}`}
              </span>
              <Marks item={item} />
            </span>
          </Td>
          <Td head={head.difficulty}>
            <DifficultyScale difficulty={item.parameters.difficulty} guessed={!item.calibrated} />
          </Td>
          <Td head={head.answers} right>
            {item.answers}
          </Td>
          <Td head={head.right} right>
            {item.shareRight === null ? '–' : percent(item.shareRight)}
          </Td>
        </tr>
      ))}
    </Table>
  );
}

/** What is to be known of a question at a glance: whose it is, whether it is asked, and what is wrong with it. */
export function Marks({ item: { source, state, flags } }: { item: Pick<ItemSummary, 'source' | 'state' | 'flags'> }) {
  const t = useT();
  return (
    <>
      {source === 'camp' && <Tag tone="info">{t('bank.source.camp')}</Tag>}
      {state === 'retired' && <Tag>{t('bank.state.retired')}</Tag>}
      {flags.includes('reported') && (
        <Tag tone="bad">
          <Icon of={Flag} size="s" />
          {t('bank.flag.reported')}
        </Tag>
      )}
      {flags.includes('misfit') && (
        <Tag tone="warn">
          <Icon of={TriangleAlert} size="s" />
          {t('bank.flag.misfit')}
        </Tag>
      )}
    </>
  );
}
