import { LoaderCircle, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './class-names';
import { Icon } from './icon';

interface Look {
  tone?: 'primary' | 'quiet' | 'danger' | undefined;
  size?: 'small' | 'large' | undefined;
  icon?: LucideIcon | undefined;
  children: ReactNode;
}
type ButtonProps = Look & Omit<ComponentProps<'button'>, 'children'> & { busy?: boolean | undefined };

/** Verb first, object second. `busy` keeps the words and its place in the tab order, and takes no second press. */
export function Button({ tone, size, icon, busy, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes('btn', tone, size, busy && 'busy', className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Icon of={LoaderCircle} size="s" /> : icon && <Icon of={icon} size="s" />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({
  tone,
  size,
  icon,
  children,
  className,
  ...rest
}: Look & Omit<ComponentProps<typeof Link>, 'children'>) {
  return (
    <Link {...rest} className={classes('btn', tone, size, className)}>
      {icon && <Icon of={icon} size="s" />}
      {children}
    </Link>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  label: string;
  small?: boolean;
};
/** An icon alone always has a label; it shows as the tooltip too. */
export function IconButton({ icon, label, small, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={classes('ib', small && 's', className)} aria-label={label} title={label}>
      <Icon of={icon} {...(small ? { size: 's' as const } : {})} />
    </button>
  );
}
