export { signIn } from '../identity/app/sign-in.js';
