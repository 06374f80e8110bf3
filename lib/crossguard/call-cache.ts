/**
 * Keeps what was made of a call's arguments for all policies of that call. CrossGuard calls the policies one
 * after the other, each with arguments of its own that say the same thing, and does not tell when the next call
 * begins.
 *
 * INVARIANT: within one call no policy is run twice, and policies run in the same order in every call. So a policy
 * that asks a second time under the same key shows that a new call has begun.
 */
export class CallCache<T> {
  private readonly entries = new Map<string, { readonly value: T; readonly askedBy: Set<string> }>();

  /** The value of this call for `key` (a URN, or a fixed key for the stack), made by `make` for the first asker. */
  get(key: string, policy: string, make: () => T): T {
    const entry = this.entries.get(key);
    if (entry && !entry.askedBy.has(policy)) {
      entry.askedBy.add(policy);
      return entry.value;
    }
    const value = make();
    this.entries.set(key, { value, askedBy: new Set([policy]) });
    return value;
  }

  clear(): void {
    this.entries.clear();
  }
}
