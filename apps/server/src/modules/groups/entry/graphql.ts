import {
  Args,
  Field,
  Float,
  ID,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { type Camp, type GroupMember, type GroupSummary, Id } from '@tailcamp/contracts';
import { CurrentActor } from '../../../gateway/graphql/graphql-context.js';
import type { UserActor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/app-error.js';
import { CampAccess } from '../../camps/index.js';
import { ListGroups } from '../app/list-groups.js';

/** More groups than any camp has. */
const ALL = 100_000;

const MyRole = { admin: 'admin', instructor: 'instructor', student: 'student' } as const;
registerEnumType(MyRole, { name: 'MyRole', description: 'What the viewer is in a camp; admins need not be members' });

@ObjectType('GroupMember')
class MemberNode implements Pick<GroupMember, 'memberId' | 'name' | 'role'> {
  @Field(() => ID)
  memberId!: string;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true, description: 'The first wished role, where one was given' })
  role!: string | null;
}

@ObjectType('Group')
class GroupNode implements Pick<GroupSummary, 'id' | 'name' | 'number' | 'score'> {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => Float, { description: '0 to 1; for students without what is private' })
  score!: number;

  @Field(() => [MemberNode])
  members!: MemberNode[];
}

@ObjectType('Camp')
class CampNode implements Pick<Camp, 'id' | 'name' | 'myRole'> {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => MyRole)
  myRole!: Camp['myRole'];
}

/** A camp with its groups in one question. However many groups there are, they are read by the same few statements. */
@Resolver(() => CampNode)
export class CampResolver {
  constructor(
    private readonly access: CampAccess,
    private readonly listing: ListGroups,
  ) {}

  @Query(() => CampNode, { description: 'One camp that the viewer belongs to' })
  async camp(@CurrentActor() actor: UserActor, @Args('id', { type: () => ID }) id: string): Promise<CampNode> {
    if (!Id.safeParse(id).success) throw notFound('The camp');
    const { camp, myRole } = await this.access.require(actor, id, 'camp.see');
    return { id: camp.id, name: camp.name, myRole };
  }

  @ResolveField(() => [GroupNode], { description: 'By number: all for staff, for students their own' })
  async groups(@CurrentActor() actor: UserActor, @Parent() { id }: CampNode): Promise<GroupNode[]> {
    return (await this.listing.run(actor, { campId: id, limit: ALL })).items;
  }
}
