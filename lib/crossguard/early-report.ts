/** The share of a run that may be spent on reports that a later one replaces. */
const mostOfTheRun = 0.1;

/**
 * Writes the report of a run as far as it has come, since a run that is stopped never gets to its end: at once where that
 * is cheap, else a little later.
 */
export class EarlyReport {
  private notBefore = 0;
  private waiting: NodeJS.Timeout | undefined;

  constructor(private readonly write: (urn: string) => void) {}

  /** There is something new to say, of the resource with this URN. */
  ask(urn: string): void {
    if (this.waiting) return;
    const wait = this.notBefore - Date.now();
    if (wait <= 0) this.writeNow(urn);
    else this.waiting = setTimeout(() => this.writeNow(urn), wait).unref();
  }

  /** The whole report takes its place. */
  forget(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  private writeNow(urn: string): void {
    this.forget();
    const begin = Date.now();
    this.write(urn);
    const end = Date.now();
    this.notBefore = end + (end - begin) / mostOfTheRun;
  }
}
