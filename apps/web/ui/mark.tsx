/** The mark: a skewed bell that is also a tent, its tail ember. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M1.8 19.2C6 19.2 6.6 4.8 10.2 4.8c3.5 0 3.4 10.6 7.6 13.2"
        fill="none"
        stroke="var(--text)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="21" cy="18.6" r="2" fill="var(--tail)" />
    </svg>
  );
}
