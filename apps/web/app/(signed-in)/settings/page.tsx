import { Settings } from '@/features/identity/settings';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.settings') });

export default function SettingsPage() {
  return <Settings />;
}
