/**
 * A small account, written in a hurry: it deploys, it looks complete, and nobody would hear a break-in.
 * Do not deploy it. `examples/secure` is the same account with every mistake repaired.
 */
import "./alarms";
import "./people";
import { trail } from "./trail";

export const trailArn = trail.arn;
