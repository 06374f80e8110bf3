import { type PackDefinition } from "../lib/core/pack";
import { cis14, cis30, cis50, cis70, securityHub } from "./frameworks";
import { all, recommended, strict } from "./presets";
import { alarms, cloudtrail, iam, kms, logs } from "./services";

/** Every pack by the name of its folder in `dist/packs`. */
export const packs: Readonly<Record<string, PackDefinition>> = {
  recommended,
  strict,
  all,
  "cis-1.4": cis14,
  "cis-3.0": cis30,
  "cis-5.0": cis50,
  "cis-7.0": cis70,
  "security-hub": securityHub,
  iam,
  cloudtrail,
  logs,
  alarms,
  kms,
};
