import { serve } from "./packs/serve";
import { recommended } from "./packs/presets";

serve(recommended);
