import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'TailCamp',
    short_name: 'TailCamp',
    description: 'Learn by building together: groups that work, formed and explained.',
    start_url: '/',
    display: 'standalone',
    background_color: '#f5f7f4',
    theme_color: '#f5f7f4',
    icons: [
      { src: '/mark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/mark-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/mark-512.png', sizes: '512x512', type: 'image/png' },
    ],
  };
}
