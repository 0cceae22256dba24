import { Module } from '@nestjs/common';
import { CampsModule } from '../camps/camps.module.js';
import { BringContent } from './app/library/bring-content.js';
import { LibraryStore } from './store/library/library-store.js';

const stores = [LibraryStore];
const frontDoor = [BringContent];

@Module({
  imports: [CampsModule],
  providers: [...stores, ...frontDoor],
  exports: frontDoor,
})
export class AssessmentModule {}
