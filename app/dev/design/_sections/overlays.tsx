'use client'
import { Copy, Pencil, Search, Trash2 } from 'lucide-react'
import { Button } from '@/components/button'
import { CommandPalette } from '@/components/command-palette'
import { Dialog, DialogClose } from '@/components/dialog'
import { Icon } from '@/components/icon'
import { Menu } from '@/components/menu'
import { ToastProvider, useToast } from '@/components/toast'
import type { SpecimenProps } from '../_specimen'

const places = [
  { group: 'Pages', href: '#decisions', label: 'Decisions', hint: 'EnvoyCon' },
  { group: 'Pages', href: '#schedule', label: 'Schedule editor', hint: 'EnvoyCon' },
  { group: 'People', href: '#mina', label: 'Mina Okafor', hint: 'Speaker' },
  { group: 'Proposals', href: '#K7QW2F', label: 'A packet looks for its pod', hint: 'K7QW2F' },
]

export function Overlays({ theme }: SpecimenProps) {
  return (
    <ToastProvider label={`Notifications (${theme})`}>
      <div className="cluster">
        <Dialog
          trigger={<Button variant="danger">Withdraw …</Button>}
          title="Withdraw this proposal?"
          description="Reviewers will no longer see it. You can bring it back until the call closes."
          footer={
            <>
              <DialogClose>
                <Button>Keep it</Button>
              </DialogClose>
              <DialogClose>
                <Button variant="danger">Withdraw</Button>
              </DialogClose>
            </>
          }
        />
        <Dialog side trigger={<Button>Open beside</Button>} title="A packet looks for its pod">
          <p>A drawer holds what belongs to the row that one came from.</p>
        </Dialog>
        <Menu
          label="Proposal"
          trigger={<Button>Actions</Button>}
          items={[
            { label: 'Edit', icon: <Icon of={Pencil} />, hint: 'E', href: '#edit' },
            { label: 'Copy the link', icon: <Icon of={Copy} />, onSelect: () => {} },
            'line',
            { label: 'Withdraw', icon: <Icon of={Trash2} />, onSelect: () => {}, danger: true },
          ]}
        />
        <ToastButton />
        <CommandPalette
          places={places}
          trigger={
            <Button icon={<Icon of={Search} />}>
              Go to <kbd>⌘K</kbd>
            </Button>
          }
        />
      </div>
    </ToastProvider>
  )
}

function ToastButton() {
  const toast = useToast()
  const action = { label: 'Undo', altText: 'Undo the move in the history', onPress: () => {} }
  return (
    <Button
      onClick={() => toast({ title: 'Moved to Hall B, 14:00', body: 'Was: Hall A, 11:30', tone: 'positive', action })}
    >
      Move a session
    </Button>
  )
}
