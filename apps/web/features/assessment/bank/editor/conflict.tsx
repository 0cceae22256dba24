'use client';
import type { BankItem } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/states';
import { useDates } from '@/ui/time';
import { differing } from './draft';
import { fieldName } from './field-name';

/** Somebody saved another version while this one was written: who, what of it differs, and the two ways on. */
export function Conflict(props: { base: BankItem; theirs: BankItem; onTheirs: () => void; onMine: () => void }) {
  const t = useT();
  const dates = useDates();
  const { base, theirs } = props;
  const [newest] = theirs.history;
  const fields = differing(base.item, theirs.item).map((field) => fieldName(t, field));
  return (
    <Banner
      action={
        <div className="row wrap">
          <Button size="small" onClick={props.onMine}>
            {t('item.keepMine')}
          </Button>
          <Button size="small" onClick={props.onTheirs}>
            {t('item.takeTheirs')}
          </Button>
        </div>
      }
    >
      <b>
        {newest?.by ? t('item.conflictBy', { name: newest.by, time: dates.moment(newest.at) }) : t('item.conflict')}
      </b>
      <p>{fields.length === 0 ? t('item.conflictState') : t('item.conflictFields', { fields: fields.join(', ') })}</p>
    </Banner>
  );
}
