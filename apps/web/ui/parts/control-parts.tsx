'use client';
import {
  Calendar,
  Ellipsis,
  LayoutGrid,
  Link as LinkIcon,
  Lock,
  RefreshCw,
  Rows3,
  Trash2,
  UserPlus,
} from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../button';
import { Chip, Segmented } from '../choice';
import { Dialog, Sheet } from '../dialog';
import { Check, Input, Radio, Select, Switch, Textarea } from '../field';
import { Avatar, Count, Kbd, Stack, Tag } from '../marks';
import { Menu } from '../menu';
import { toast } from '../toast-store';
import { Section } from './section';

const PEOPLE = ['Rukmini Devi', 'Oskar Lind', 'Farah Haddad', 'Amara Okafor', 'Mateo Quispe', 'Leilani Kahale'].map(
  (name) => ({ id: name, name }),
);

export function ControlParts() {
  return (
    <>
      <Buttons />
      <Fields />
      <People />
      <Floating />
    </>
  );
}

function Buttons() {
  const [busy, setBusy] = useState(true);
  const [filter, setFilter] = useState('worst');
  const [view, setView] = useState<'cards' | 'table'>('cards');
  return (
    <Section title="Controls" about="Verb first. One primary a view. Busy keeps its words and takes no second press.">
      <div className="flow">
        <Button tone="primary">Publish to 120 students</Button>
        <Button icon={RefreshCw}>Re-solve the rest</Button>
        <Button tone="quiet">Not today</Button>
        <Button tone="danger" icon={Trash2}>
          Remove the demo
        </Button>
        <Button disabled>Publish</Button>
        <Button busy={busy} onClick={() => setBusy(!busy)}>
          Matching
        </Button>
      </div>
      <div className="flow">
        <Button size="large" tone="primary">
          Match 120 students
        </Button>
        <Button size="small">Retry</Button>
        <IconButton icon={Ellipsis} label="More" />
        <IconButton icon={Lock} label="Lock the group" small aria-pressed="true" />
        {['worst', 'changed'].map((each) => (
          <Chip key={each} pressed={filter === each} onPress={() => setFilter(each)} count={each === 'worst' ? 3 : 2}>
            {each === 'worst' ? 'Worst first' : 'Changed'}
          </Chip>
        ))}
        <Segmented
          label="View"
          value={view}
          onChange={setView}
          options={[
            { value: 'cards', label: 'Cards', icon: LayoutGrid },
            { value: 'table', label: 'Table', icon: Rows3 },
          ]}
        />
        <span className="row">
          <Kbd>G</Kbd> <Kbd>M</Kbd>
        </span>
      </div>
    </Section>
  );
}

function Fields() {
  return (
    <Section title="Fields" about="Label above, hint below. An error takes the hint’s place and says how to go on.">
      <div className="cols3">
        <Input label="Camp name" defaultValue="Spring Build Camp" hint="Shown on certificates." />
        <Input label="Common hours" defaultValue="9" error="No group of 4 shares 9 hours. 5 is the most." />
        <Input label="Join link" defaultValue="camp.example/j/4f7k" disabled hint="Opens when the camp has dates." />
        <Select label="Time zone" defaultValue="Europe/Lisbon">
          <option>Europe/Lisbon</option>
          <option>America/Lima</option>
        </Select>
        <Textarea label="Goals" defaultValue="Ship something that people use" rows={2} />
      </div>
      <div className="flow">
        <Check defaultChecked>Keep friends together</Check>
        <Check>Spread sections</Check>
        <Radio name="objective" defaultChecked>
          Harmonic
        </Radio>
        <Radio name="objective">Maximin</Radio>
        <Switch defaultChecked>Widen with waiting</Switch>
        <Switch>Ask to accept</Switch>
      </div>
    </Section>
  );
}

function People() {
  return (
    <Section
      title="People and marks"
      about="A filled colour means a person. Tags say a state in a word; ember is for the one weakest."
    >
      <div className="flow">
        {PEOPLE.map((person) => (
          <Avatar key={person.id} of={person} size="l" />
        ))}
        <Stack of={PEOPLE} most={4} />
        <Avatar of={{ id: 'a', name: 'Oskar Lind' }} size="l" presence="here" />
        <Avatar of={{ id: 'b', name: 'Farah Haddad' }} size="l" presence="away" />
      </div>
      <div className="flow">
        <Tag>Draft</Tag>
        <Tag tone="good">Published</Tag>
        <Tag tone="warn">Waiting</Tag>
        <Tag tone="bad">2 rules conflict</Tag>
        <Tag tone="info">Proposed</Tag>
        <Tag tone="accent">in 3 h 40 min</Tag>
        <Tag tone="ember">the tail</Tag>
        <Count>30</Count>
        <Count now>9</Count>
      </div>
    </Section>
  );
}

function Floating() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section
      title="Floating"
      about="Menus open where the hand is. Toasts undo for eight seconds and wait while hovered."
    >
      <div className="flow">
        <Menu
          align="start"
          className="btn"
          trigger="Open the menu"
          items={[
            { label: 'Assign', icon: UserPlus, keys: 'A' },
            { label: 'Due date', icon: Calendar, keys: 'D' },
            null,
            { label: 'Waits for', icon: LinkIcon, keys: 'W' },
          ]}
        />
        <Button onClick={() => setOpen('dialog')}>Open a dialog</Button>
        <Button onClick={() => setOpen('sheet')}>Open a sheet</Button>
        <Button
          onClick={() => toast('TC-28 moved to Done', { action: { label: 'Undo', run: () => toast('TC-28 is back') } })}
        >
          Toast with undo
        </Button>
        <Button
          onClick={() => toast('Not saved', { tone: 'bad', action: { label: 'Try again', run: () => undefined } })}
        >
          Toast of a failure
        </Button>
      </div>
      <Dialog open={open === 'dialog'} onClose={close} title="Remove the demo camp?">
        <p className="note muted">Its 120 students and their groups go with it. Your own camps stay.</p>
        <div className="dialog-do">
          <Button onClick={close}>Keep it</Button>
          <Button tone="danger" onClick={close}>
            Remove the camp
          </Button>
        </div>
      </Dialog>
      <Sheet open={open === 'sheet'} onClose={close} title="Why group 17 scores">
        <p className="note">Free time holds it back.</p>
      </Sheet>
    </Section>
  );
}
