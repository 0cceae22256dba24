'use client';
import type { Camp } from '@tailcamp/contracts';
import { Copy, Ellipsis, GitCompare, Pencil, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useRead, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { ExportMenu } from '../../groups/export-menu';
import type { Desk } from './use-desk';

type Asking = 'rename' | 'remove' | null;

/** What is done with a scenario as a whole. */
export function ScenarioMenu({ desk, camp }: { desk: Desk; camp: Camp }) {
  const t = useT();
  const router = useRouter();
  const { refresh } = useAnswers();
  const [asking, setAsking] = useState<Asking>(null);
  const create = useWrite('scenarios.create');
  const { data: current } = useRead('matching.getPolicy', { campId: camp.id });
  const { now, run, scenario, edit } = desk;
  const compare = `/camps/${camp.id}/matching/${run.id}/compare`;
  const byCamp = now.policy !== null;
  const copy = async () => {
    if ((await desk.flush()) === null) return;
    const name = t('whatIf.copyOf', { name: now.name }).slice(0, 80);
    create.mutate(
      { campId: camp.id, runId: run.id, name, from: scenario.id },
      {
        onSuccess: (made) => {
          refresh('scenarios.list');
          router.push(`/camps/${camp.id}/matching/scenarios/${made.id}`);
        },
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
      },
    );
  };
  const policy = () => {
    if (!current) return;
    edit({ ...now, policy: byCamp ? null : current.policy }, t('whatIf.didPolicy'));
  };
  return (
    <>
      <ButtonLink className="wide" icon={GitCompare} href={compare}>
        {t('whatIf.compare')}
      </ButtonLink>
      <ExportMenu name="scenarios.export" of={{ campId: camp.id, scenarioId: scenario.id }} />
      <Menu
        trigger={<Icon of={Ellipsis} />}
        className="ib"
        label={t('whatIf.more')}
        items={[
          { label: t('whatIf.rename'), icon: Pencil, onSelect: () => setAsking('rename') },
          { label: t('whatIf.copy'), icon: Copy, onSelect: () => void copy() },
          { label: t('whatIf.compare'), icon: GitCompare, href: compare },
          {
            label: t(byCamp ? 'whatIf.runPolicy' : 'whatIf.campPolicy'),
            icon: SlidersHorizontal,
            onSelect: policy,
          },
          null,
          { label: t('whatIf.remove'), icon: Trash2, onSelect: () => setAsking('remove') },
        ]}
      />
      <RenameDialog desk={desk} open={asking === 'rename'} onClose={() => setAsking(null)} />
      <RemoveDialog desk={desk} open={asking === 'remove'} onClose={() => setAsking(null)} />
    </>
  );
}

function RenameDialog({ desk, open, onClose }: { desk: Desk; open: boolean; onClose: () => void }) {
  const t = useT();
  const { now, edit } = desk;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (name !== '' && name !== now.name) edit({ ...now, name }, t('whatIf.didRename', { name }));
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('whatIf.renameTitle')}>
      <form onSubmit={save}>
        <Input label={t('whatIf.name')} name="name" defaultValue={now.name} maxLength={80} required />
        <div className="dialog-do">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit">
            {t('whatIf.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function RemoveDialog({ desk, open, onClose }: { desk: Desk; open: boolean; onClose: () => void }) {
  const t = useT();
  const router = useRouter();
  const { refresh } = useAnswers();
  const remove = useWrite('scenarios.remove');
  const { run, scenario, now } = desk;
  const go = () =>
    remove.mutate(
      { campId: run.campId, scenarioId: scenario.id },
      {
        onSuccess: () => {
          refresh('scenarios.list');
          toast(t('whatIf.removed', { name: now.name }));
          router.push(`/camps/${run.campId}/matching/${run.id}`);
        },
      },
    );
  return (
    <Dialog open={open} onClose={onClose} title={t('whatIf.removeTitle', { name: now.name })}>
      {remove.error && <Banner>{inWords(remove.error)}</Banner>}
      <p className="note muted">{t('whatIf.removeLead')}</p>
      <div className="dialog-do">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button tone="danger" busy={remove.isPending} onClick={go}>
          {t('whatIf.remove')}
        </Button>
      </div>
    </Dialog>
  );
}
