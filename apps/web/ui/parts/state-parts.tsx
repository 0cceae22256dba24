import { Tent, WifiOff } from 'lucide-react';
import { Button } from '../button';
import { Card } from '../card';
import { Tag } from '../marks';
import { Banner, Bar, Bones, Empty } from '../states';
import { Table, Th } from '../table';
import { Section } from './section';

export function StateParts() {
  return (
    <>
      <Section title="Table" about="A line between rows, numbers to the right, the whole row is the target.">
        <Table
          label="Runs"
          head={
            <>
              <Th>Run</Th>
              <Th>Policy</Th>
              <Th right>Objective</Th>
              <Th right>Worst</Th>
              <Th>State</Th>
            </>
          }
        >
          <tr aria-selected="true">
            <td>
              <b>14</b>
            </td>
            <td>Free time first</td>
            <td className="r">.8480</td>
            <td className="r">.713</td>
            <td>
              <Tag>Draft</Tag>
            </td>
          </tr>
          <tr>
            <td>
              <b>12</b>
            </td>
            <td>Five common hours</td>
            <td className="r muted">none</td>
            <td className="r muted">none</td>
            <td>
              <Tag tone="bad">2 rules conflict</Tag>
            </td>
          </tr>
        </Table>
      </Section>
      <Section
        title="Empty, loading, wrong"
        about="Empty offers the next act. Loading keeps the shape of what comes. Wrong keeps the work and offers a way on."
      >
        <div className="cols3">
          <Card label="Empty">
            <Empty icon={Tent} title="No groups yet" action={<Button tone="primary">Match 120 students</Button>}>
              120 students are ready. A first run takes about 5 seconds.
            </Empty>
          </Card>
          <Card label="Loading">
            <Bones label="Loading the group" />
          </Card>
          <div className="part-body">
            <Banner>
              <b>Two rules cannot both hold</b>
              <br />5 common hours and no lone speaker.
            </Banner>
            <Banner calm icon={WifiOff}>
              <b>You are offline.</b> 3 changes wait here and go out when you are back.
            </Banner>
            <Bar label="Rows imported" done={84} of={120} />
          </div>
        </div>
      </Section>
    </>
  );
}
