import { useState, type SyntheticEvent } from 'react';
import { problemText } from '../app/problem-text.js';
import { session } from './browser-session.js';

export interface PasswordSignIn {
  readonly password: string;
  readonly setPassword: (password: string) => void;
  /** Why it failed, for the person to read; what an external provider said at first. */
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly submit: (event: SyntheticEvent) => void;
}

/** A form that signs in by a password. Where that succeeds, the session's state says so. */
export function usePasswordSignIn(email: string, firstProblem: string | null = null): PasswordSignIn {
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState(firstProblem);
  const [isBusy, setBusy] = useState(false);

  const signIn = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await session.signIn(email, password);
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };
  return {
    password,
    setPassword,
    problem,
    isBusy,
    submit(event) {
      event.preventDefault();
      void signIn();
    },
  };
}
