/**
 * The account of `examples/insecure` with every mistake repaired: the trail is whole, its evidence is kept, the
 * alarms ring, and nobody holds more than they need.
 */
import "./alarms";
import "./people";
import { trail } from "./trail";

export const trailArn = trail.arn;
