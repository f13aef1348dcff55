import { journey, onStage } from '../browser/stage.js';
import { accessibilityJourney } from './accessibility-journey.js';
import { nothingIsTold } from './nothing-is-told.js';

onStage('The pages for everybody, on a phone', (stage) => {
  journey('axe', stage, (_, step) => accessibilityJourney(stage, step, 'phone'));
  nothingIsTold(stage);
});
