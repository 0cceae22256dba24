export const role = 'all';
