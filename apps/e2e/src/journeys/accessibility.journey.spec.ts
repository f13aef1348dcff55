import { journey, onStage } from '../browser/stage.js';
import { accessibilityJourney } from './accessibility-journey.js';

onStage('The pages for everybody', (stage) => {
  journey('axe', stage, accessibilityJourney);
});
