/** The address by which people reach this installation, without a slash at its end. */
export class PublicAddress {
  readonly base: string;

  constructor(url: string) {
    this.base = url.replace(/\/+$/, '');
  }

  get isTls(): boolean {
    return this.base.startsWith('https:');
  }
}
