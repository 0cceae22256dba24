import { Field, ID, ObjectType, Query, Resolver, registerEnumType } from '@nestjs/graphql';
import { Role, type User } from '@tailcamp/contracts';
import type { UserActor } from '../../kernel/actor.js';
import { CurrentActor } from './graphql-context.js';

registerEnumType(Role.enum, { name: 'Role', description: 'The role of an account' });

@ObjectType({ description: 'Who is signed in' })
export class Viewer implements Pick<User, 'id' | 'role'> {
  @Field(() => ID)
  id!: string;

  @Field(() => Role.enum)
  role!: Role;
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who is signed in' })
  viewer(@CurrentActor() actor: UserActor): Viewer {
    return { id: actor.userId, role: actor.role };
  }
}
