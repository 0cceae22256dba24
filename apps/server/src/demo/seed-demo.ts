import type { INestApplicationContext } from '@nestjs/common';
import { Demo, type DemoLink } from './demo.js';

/**
 * Puts the demo camp into an empty database; a seeding that was cut off is completed, and where people have been at
 * work, or the demo was removed, nothing happens.
 * @returns fresh one-time links for the demo's admin, instructor and student; none where there is no demo
 */
export async function seedDemo(app: INestApplicationContext): Promise<DemoLink[]> {
  const demo = app.get(Demo);
  await demo.seed();
  return demo.links();
}
