'use client';
import { useGiven, useRead } from '@/lib/api/query';

/** The skills of every track that a camp can choose from, as the groups of a list to choose from. */
export function SkillOptions({ campId, except = [] }: { campId: string; except?: readonly string[] }) {
  const { offered } = useGiven('assessmentSettings.get', { campId });
  return offered.map(({ id, title }) => (
    <TrackOptions key={id} campId={campId} track={id} title={title} except={except} />
  ));
}

function TrackOptions(props: { campId: string; track: string; title: string; except: readonly string[] }) {
  const { campId, track, title, except } = props;
  const { data } = useRead('skillGraph.track', { campId, track });
  return (
    <optgroup label={title}>
      {(data?.skills ?? [])
        .filter(({ id }) => !except.includes(id))
        .map((skill) => (
          <option key={skill.id} value={skill.id}>
            {skill.title}
          </option>
        ))}
    </optgroup>
  );
}
