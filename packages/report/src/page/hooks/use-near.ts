import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How far from what is seen something is rendered already, so that scrolling meets it ready. */
const MARGIN = '1200px 0px';

const watched = new WeakMap<Element, (isNear: boolean) => void>();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
  },
  { rootMargin: MARGIN },
);

/** Whether an element is seen, or nearly. */
export function useNear(ref: RefObject<HTMLElement | null>, atFirst: boolean): boolean {
  const [isNear, setNear] = useState(atFirst);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    watched.set(element, setNear);
    observer.observe(element);
    return () => {
      observer.unobserve(element);
      watched.delete(element);
    };
  }, [ref]);
  return isNear;
}
