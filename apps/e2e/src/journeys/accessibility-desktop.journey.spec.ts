import { journey, onStage } from '../browser/stage.js';
import { accessibilityJourney } from './accessibility-journey.js';
import { nothingIsTold } from './nothing-is-told.js';

onStage('The pages for everybody, on a wide screen', (stage) => {
  journey('axe', stage, (_, step) => accessibilityJourney(stage, step, 'desktop'));
  nothingIsTold(stage);
});
