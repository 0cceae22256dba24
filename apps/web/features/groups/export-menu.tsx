'use client';
import { Download, FileSpreadsheet } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { download, type FileName } from '@/lib/api/download';
import type { Input } from '@/lib/api/names';
import { inWords } from '@/lib/api/problem';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input as Field } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { toast } from '@/ui/toast-store';

/** The files of groups, which are written in one of several formats. */
type GroupsFile = { [N in FileName]: 'format' extends keyof Input<N> ? N : never }[FileName];
type Asked = { [N in GroupsFile]: { name: N; of: Omit<Input<N>, 'format' | 'course'> } }[GroupsFile];
type Format = Input<GroupsFile>['format'];

/** The groups as a file for other systems; Moodle's needs the course that the groups are of. */
export function ExportMenu(asked: Asked) {
  const t = useT();
  const [askingCourse, setAskingCourse] = useState(false);
  const save = (format: Format, course?: string) => {
    const input = { ...asked.of, format, ...(course && { course }) } as Input<GroupsFile>;
    download(asked.name, input).catch((error: unknown) =>
      toast(t('export.failed', { reason: inWords(error) }), { tone: 'bad' }),
    );
  };
  return (
    <>
      <Menu
        trigger={<Icon of={Download} />}
        className="ib"
        label={t('export.title')}
        items={[
          { label: t('export.plain'), icon: FileSpreadsheet, onSelect: () => save('plain') },
          { label: t('export.canvas'), icon: FileSpreadsheet, onSelect: () => save('canvas') },
          { label: t('export.moodle'), icon: FileSpreadsheet, onSelect: () => setAskingCourse(true) },
        ]}
      />
      <CourseDialog
        open={askingCourse}
        onClose={() => setAskingCourse(false)}
        onCourse={(course) => save('moodle', course)}
      />
    </>
  );
}

function CourseDialog(props: { open: boolean; onClose: () => void; onCourse: (course: string) => void }) {
  const { open, onClose, onCourse } = props;
  const t = useT();
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const course = String(new FormData(event.currentTarget).get('course') ?? '').trim();
    if (course === '') return;
    onCourse(course);
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('export.moodleTitle')}>
      <form onSubmit={go}>
        <p className="note muted">{t('export.moodleLead')}</p>
        <Field label={t('export.course')} name="course" maxLength={100} required />
        <div className="dialog-do">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit">
            {t('export.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
