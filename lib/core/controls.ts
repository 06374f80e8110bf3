export type Control = string;
