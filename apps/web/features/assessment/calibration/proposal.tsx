'use client';
import type { Calibration } from '@tailcamp/contracts';
import { Check as CheckIcon } from 'lucide-react';
import { useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { Because } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { ProposalTable } from './proposal-table';
import { type Showing, shownOf } from './showing';

const SHOWINGS = ['all', 'misfits', 'moved'] as const satisfies readonly Showing[];

/** What the answers propose, question by question, and the choice of what to take of it. */
export function Proposal({ campId, one }: { campId: string; one: Calibration }) {
  const t = useT();
  const open = one.items.filter(({ applied, edited }) => !applied && !edited);
  const [showing, setShowing] = useState<Showing>('all');
  // What fits is taken unless somebody says otherwise; what does not fit wants mending, not new figures.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(open.filter(({ misfits }) => misfits.length === 0).map(({ itemId }) => itemId)),
  );
  const [asking, setAsking] = useState(false);
  const shown = shownOf(one.items, showing);
  const taken = open.filter(({ itemId }) => chosen.has(itemId)).map(({ itemId }) => itemId);
  const applied = one.items.filter((item) => item.applied).length;
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  return (
    <>
      <Because>{t(applied === 0 ? 'calib.proposes' : 'calib.appliedSome', { count: applied })}</Because>
      <div className="tools">
        <div className="chips grow">
          {SHOWINGS.map((which) => (
            <Chip
              key={which}
              pressed={which === showing}
              count={shownOf(one.items, which).length}
              onPress={() => setShowing(which)}
            >
              {t(`calib.show.${which}`)}
            </Chip>
          ))}
        </div>
        {open.length > 0 && (
          <Button tone="primary" icon={CheckIcon} disabled={taken.length === 0} onClick={() => setAsking(true)}>
            {t('calib.apply', { count: taken.length })}
          </Button>
        )}
      </div>
      <ProposalTable campId={campId} items={shown} chosen={chosen} onChoose={choose} />
      <ApplyDialog campId={campId} one={one} items={taken} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function ApplyDialog(props: {
  campId: string;
  one: Calibration;
  items: readonly string[];
  open: boolean;
  onClose: () => void;
}) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const apply = useWrite('calibrations.apply');
  const { campId, one, items, onClose } = props;
  const misfits = one.items.filter(({ itemId, misfits: some }) => items.includes(itemId) && some.length > 0).length;
  const input = { campId, calibrationId: one.id };
  const go = () =>
    apply.mutate(
      { ...input, items: [...items] },
      {
        onSuccess: (now) => {
          put('calibrations.get', input, now);
          refresh('calibrations.list', { campId });
          refresh('itemBank.search');
          refresh('itemBank.get');
          refresh('itemBank.statistics');
          onClose();
          toast(t('calib.applied', { count: items.length }));
        },
        onError: (error) => {
          refresh('calibrations.get', input);
          onClose();
          toast(inWords(error), { tone: 'bad' });
        },
      },
    );
  return (
    <Dialog open={props.open} onClose={onClose} title={t('calib.applyTitle', { count: items.length })}>
      <p>{t('calib.applyWhat')}</p>
      {misfits > 0 && <Because>{t('calib.applyMisfits', { count: misfits })}</Because>}
      <div className="dialog-do">
        <Button tone="quiet" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button tone="primary" busy={apply.isPending} onClick={go}>
          {t('calib.apply', { count: items.length })}
        </Button>
      </div>
    </Dialog>
  );
}
