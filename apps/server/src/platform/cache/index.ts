/** Values that may be forgotten at any time. JSON in, the same JSON out. */
export abstract class Cache {
  /** `undefined` where there is none, or it has expired. */
  abstract get<T>(key: string): Promise<T | undefined>;
  abstract set(key: string, value: unknown, ttlMs: number): Promise<void>;
  abstract delete(key: string): Promise<void>;
  abstract close(): Promise<void>;
}
