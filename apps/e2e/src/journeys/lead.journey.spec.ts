import { journey, onStage } from '../browser/stage.js';
import { leadJourney } from './lead-journey.js';
import { nothingIsTold } from './nothing-is-told.js';
import { sessionJourney } from './session-journey.js';

onStage('In a browser', (stage) => {
  journey('a lead from import to won', stage, leadJourney);
  journey('a session ends amid the work', stage, sessionJourney);
  nothingIsTold(stage);
});
