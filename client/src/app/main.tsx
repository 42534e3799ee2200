import '../ui/madoguchi.css'
import { ApolloProvider } from '@apollo/client/react'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeClient } from '../graph/client.ts'
import { onePress } from '../ui/one-press.ts'
import { makeRouter } from './router.tsx'

const client = makeClient()
const router = makeRouter(client)
const root = document.getElementById('root')
if (!root) throw new Error('no #root')
onePress(window)

createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <RouterProvider router={router} />
    </ApolloProvider>
  </StrictMode>,
)
