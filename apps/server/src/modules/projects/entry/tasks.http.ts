import { Controller } from '@nestjs/common';
import { activity, type ParsedInputOf, tasks } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ChangeTasks } from '../app/board/change-tasks.js';
import { CommentTask } from '../app/board/comment-task.js';
import { CreateTask } from '../app/board/create-task.js';
import { ReadTasks } from '../app/board/read-tasks.js';

@Controller()
export class TasksController {
  constructor(
    private readonly createTask: CreateTask,
    private readonly changeTasks: ChangeTasks,
    private readonly readTasks: ReadTasks,
    private readonly commentTask: CommentTask,
  ) {}

  @Serve(tasks.create)
  create(input: ParsedInputOf<typeof tasks.create>, caller: UserActor) {
    return this.createTask.run(caller, input);
  }

  @Serve(tasks.change)
  change(input: ParsedInputOf<typeof tasks.change>, caller: UserActor) {
    return this.changeTasks.run(caller, input);
  }

  @Serve(tasks.move)
  move(input: ParsedInputOf<typeof tasks.move>, caller: UserActor) {
    return this.changeTasks.move(caller, input);
  }

  @Serve(tasks.check)
  check(input: ParsedInputOf<typeof tasks.check>, caller: UserActor) {
    return this.changeTasks.check(caller, input);
  }

  @Serve(tasks.find)
  find(input: ParsedInputOf<typeof tasks.find>, caller: UserActor) {
    return this.readTasks.find(caller, input);
  }

  @Serve(tasks.removed)
  removed(input: ParsedInputOf<typeof tasks.removed>, caller: UserActor) {
    return this.readTasks.removed(caller, input);
  }

  @Serve(tasks.comments)
  comments(input: ParsedInputOf<typeof tasks.comments>, caller: UserActor) {
    return this.readTasks.comments(caller, input);
  }

  @Serve(tasks.comment)
  comment(input: ParsedInputOf<typeof tasks.comment>, caller: UserActor) {
    return this.commentTask.run(caller, input);
  }

  @Serve(tasks.editComment)
  editComment(input: ParsedInputOf<typeof tasks.editComment>, caller: UserActor) {
    return this.commentTask.edit(caller, input);
  }

  @Serve(tasks.removeComment)
  removeComment(input: ParsedInputOf<typeof tasks.removeComment>, caller: UserActor) {
    return this.commentTask.remove(caller, input);
  }

  @Serve(activity.list)
  activity(input: ParsedInputOf<typeof activity.list>, caller: UserActor) {
    return this.readTasks.activity(caller, input);
  }
}
