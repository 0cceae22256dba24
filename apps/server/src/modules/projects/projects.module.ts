import { Module } from '@nestjs/common';
import { CampsModule } from '../camps/camps.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { ChangeColumns } from './app/board/change-columns.js';
import { ChangeLabels } from './app/board/change-labels.js';
import { ChangeTasks } from './app/board/change-tasks.js';
import { CommentTask } from './app/board/comment-task.js';
import { CreateTask } from './app/board/create-task.js';
import { ReadBoard } from './app/board/read-board.js';
import { ReadTasks } from './app/board/read-tasks.js';
import { SaveTasks } from './app/board/save-tasks.js';
import { TaskRules } from './app/board/task-rules.js';
import { GiveTemplate } from './app/course/give-template.js';
import { Grade } from './app/course/grade.js';
import { GradeNews } from './app/course/grade-news.js';
import { Gradebook } from './app/course/gradebook.js';
import { HandIn } from './app/course/hand-in.js';
import { SetMilestones } from './app/course/set-milestones.js';
import { Templates } from './app/course/templates.js';
import { Follow } from './app/follow.js';
import { Notes } from './app/notes.js';
import { OpenWorkspace } from './app/open-workspace.js';
import { Workspaces } from './app/workspaces.js';
import { GradebookController } from './entry/gradebook.http.js';
import { BoardController } from './entry/http.js';
import { ProjectsJobs } from './entry/jobs.js';
import { MilestonesController } from './entry/milestones.http.js';
import { TasksController } from './entry/tasks.http.js';
import { ActivityStore } from './store/board/activity-store.js';
import { BoardStore } from './store/board/board-store.js';
import { CommentStore } from './store/board/comment-store.js';
import { TaskStore } from './store/board/task-store.js';
import { WorkspaceStore } from './store/board/workspace-store.js';
import { GradeStore } from './store/course/grade-store.js';
import { MilestoneStore } from './store/course/milestone-store.js';
import { TemplateStore } from './store/course/template-store.js';

const boardStores = [WorkspaceStore, BoardStore, TaskStore, CommentStore, ActivityStore];
const courseStores = [MilestoneStore, TemplateStore, GradeStore];
const shared = [Workspaces, OpenWorkspace, Notes, GiveTemplate];
const board = [ReadBoard, ChangeColumns, ChangeLabels, SaveTasks, TaskRules];
const tasks = [CreateTask, ChangeTasks, ReadTasks, CommentTask];
const course = [SetMilestones, HandIn, Grade, GradeNews, Gradebook, Templates];

@Module({
  imports: [CampsModule, GroupsModule],
  controllers: [BoardController, TasksController, MilestonesController, GradebookController],
  providers: [...boardStores, ...courseStores, ...shared, ...board, ...tasks, ...course, Follow, ProjectsJobs],
})
export class ProjectsModule {}
