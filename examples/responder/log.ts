export type Level = "INFO" | "WARN" | "ERROR";

/** Takes one line of the function's log. */
export type Log = (level: Level, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/** Writes one JSON line, with the fields Lambda filters on: `timestamp` (RFC 3339) and `level`. */
export const writeLog: Log = (level, message, fields = {}) => {
  const line = { timestamp: new Date().toISOString(), level, message, ...fields };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
