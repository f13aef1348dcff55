import { onStage } from '../browser/stage.js';
import { leadJourney } from './lead-journey.js';

onStage('A lead from import to won, in a browser', leadJourney);
