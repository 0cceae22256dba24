/** The front door of groups: how matching gives a camp its groups. */
export { FormGroups, type GroupToForm } from './app/form-groups.js';
