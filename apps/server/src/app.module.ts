import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { DemoModule } from './demo/demo.module.js';
import { GatewayModule } from './gateway/gateway.module.js';
import { Clock } from './kernel/clock.js';
import { AssessmentModule } from './modules/assessment/assessment.module.js';
import { CampsModule } from './modules/camps/camps.module.js';
import { ChatModule } from './modules/chat/chat.module.js';
import { CurriculumModule } from './modules/curriculum/curriculum.module.js';
import { GroupsModule } from './modules/groups/groups.module.js';
import { IdentityModule } from './modules/identity/identity.module.js';
import { MatchingModule } from './modules/matching/matching.module.js';
import { ProjectsModule } from './modules/projects/projects.module.js';
import { Cache } from './platform/cache/index.js';
import { Cipher } from './platform/cipher/index.js';
import { Database } from './platform/database/index.js';
import { Embeddings } from './platform/embeddings/index.js';
import { Events } from './platform/events/index.js';
import type { Platform } from './platform/index.js';
import { LanguageModel } from './platform/llm/index.js';
import { Lock } from './platform/lock/index.js';
import { Outbox } from './platform/outbox/index.js';
import { Queue } from './platform/queue/index.js';
import { RateLimits } from './platform/rate-limits/index.js';
import { VectorSearch } from './platform/search-vectors/index.js';
import { SocketFanOut } from './platform/sockets/index.js';
import { Solver } from './platform/solver/index.js';
import { Streams } from './platform/streams/index.js';
import { Log, Metrics } from './platform/telemetry/index.js';

@Global()
@Module({})
class PlatformModule {}

/** The application on a platform. The roles differ in what the start sets going, not in what is here. */
@Module({})
export class AppModule {}

export function appOn(platform: Platform, config: Config): DynamicModule {
  const providers: Provider[] = [
    { provide: CONFIG, useValue: config },
    { provide: Clock, useValue: platform.clock },
    { provide: Cipher, useValue: platform.cipher },
    { provide: Database, useValue: platform.database },
    { provide: Queue, useValue: platform.queue },
    { provide: Outbox, useValue: platform.outbox },
    { provide: Streams, useValue: platform.streams },
    { provide: Events, useValue: platform.events },
    { provide: Cache, useValue: platform.cache },
    { provide: Lock, useValue: platform.lock },
    { provide: RateLimits, useValue: platform.rateLimits },
    { provide: SocketFanOut, useValue: platform.sockets },
    { provide: Solver, useValue: platform.solver },
    { provide: LanguageModel, useValue: platform.model },
    { provide: Embeddings, useValue: platform.embeddings },
    { provide: VectorSearch, useValue: platform.vectors },
    { provide: Log, useValue: platform.log },
    { provide: Metrics, useValue: platform.metrics },
  ];
  return {
    module: AppModule,
    imports: [
      { module: PlatformModule, providers, exports: providers },
      GatewayModule,
      IdentityModule,
      CampsModule,
      GroupsModule,
      AssessmentModule,
      CurriculumModule,
      MatchingModule,
      ChatModule,
      ProjectsModule,
      DemoModule,
    ],
  };
}
