'use client';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { decimal, percent } from '@/ui/format';
import { Table, Td, Th } from '@/ui/table';

/** How well proposals agree with the grades that people gave, once there are any. */
export function AgreementCard({ campId }: { campId: string }) {
  const t = useT();
  const { data } = useRead('grading.agreement', { campId });
  if (data === undefined || data.agreements.length === 0) return null;
  return (
    <div className="form-column agreement">
      <h2>{t('agree.title')}</h2>
      <Table
        label={t('agree.title')}
        cards
        head={
          <>
            <Th>{t('agree.by')}</Th>
            <Th right>{t('agree.criteria')}</Th>
            <Th right>{t('agree.exact')}</Th>
            <Th right>{t('agree.withinOne')}</Th>
            <Th right>{t('agree.kappa')}</Th>
          </>
        }
      >
        {data.agreements.map(({ by, criteria, exact, withinOne, kappa }) => (
          <tr key={by}>
            <Td head={t('agree.by')}>{by === 'rules' ? t('agree.rules') : by}</Td>
            <Td head={t('agree.criteria')} right>
              {criteria}
            </Td>
            <Td head={t('agree.exact')} right>
              {percent(exact)}
            </Td>
            <Td head={t('agree.withinOne')} right>
              {percent(withinOne)}
            </Td>
            <Td head={t('agree.kappa')} right>
              {kappa === null ? t('agree.none') : decimal(kappa)}
            </Td>
          </tr>
        ))}
      </Table>
      <p className="small muted">{t('agree.how')}</p>
    </div>
  );
}
