import { useQuery } from '@tanstack/react-query';
export const Card = useQuery;
