'use client'
import { useCallback } from 'react'

/** Every word that is typed must be found, in any order, in the label or the hint. */
export function matches(query: string, keywords: string[] = []): 0 | 1 {
  const text = keywords.join(' ').toLocaleLowerCase()
  const words = query.toLocaleLowerCase().split(/\s+/)
  return words.every((word) => text.includes(word)) ? 1 : 0
}

/**
 * Give it to the element around a cmdk list as its ref. When the list narrows, cmdk 1.1.1 looks for the marked option
 * before React has moved the mark, and `aria-activedescendant` names an option that is gone: set it once more after.
 */
export function useActiveOption() {
  return useCallback((root: HTMLElement | null) => {
    if (!root) return
    const correct = () => {
      const id = root.querySelector('[role=option][aria-selected=true]')?.id
      for (const element of root.querySelectorAll('[role=combobox], [role=listbox]')) {
        if (!id) element.removeAttribute('aria-activedescendant')
        else if (element.getAttribute('aria-activedescendant') !== id) element.setAttribute('aria-activedescendant', id)
      }
    }
    const observer = new MutationObserver(correct)
    const attributeFilter = ['aria-selected', 'aria-activedescendant']
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter })
    return () => observer.disconnect()
  }, [])
}
