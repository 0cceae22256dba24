export { LoadingPage as default } from '@/features/identity/loading-page';
