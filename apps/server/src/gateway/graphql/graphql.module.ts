import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { CONFIG, type Config } from '../../config.js';
import { Log } from '../../platform/telemetry/index.js';
import type { GatewayRequest } from '../exchange.js';
import { CallerRates } from '../rate/caller-rates.js';
import { GraphqlContexts } from './graphql-context.js';
import { formatGraphqlError } from './graphql-error.js';
import { limitSize, MOST_TOKENS } from './limits.js';
import { ViewerResolver } from './viewer.resolver.js';

@Module({ providers: [GraphqlContexts, CallerRates], exports: [GraphqlContexts] })
class GraphqlContextModule {}

/** Apollo at `/graphql`, from the resolvers of every module; `schema.graphql` is what they add up to. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [GraphqlContextModule],
      inject: [CONFIG, GraphqlContexts, Log],
      useFactory: options,
    }),
  ],
  providers: [ViewerResolver],
})
export class GraphqlModule {}

function options(config: Config, contexts: GraphqlContexts, log: Log): Omit<ApolloDriverConfig, 'driver'> {
  const production = config.NODE_ENV === 'production';
  return {
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    // Its page loads scripts from elsewhere, which our policy forbids in any environment.
    graphiql: false,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    validationRules: [limitSize],
    parseOptions: { maxTokens: MOST_TOKENS },
    context: (request: GatewayRequest) => contexts.of(request),
    formatError: (formatted, thrown) =>
      formatGraphqlError(formatted, thrown, (error) =>
        log.error({ err: error.cause ?? error, code: error.code, path: formatted.path }, 'a GraphQL field failed'),
      ),
  };
}
